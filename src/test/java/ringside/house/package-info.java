/**
 * The rules of the house: layers, shape of the sources, format.
 *
 * <p>Each rule says why it is there, and is seen to fail on a planted breach.
 */
package ringside.house;
