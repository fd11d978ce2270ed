/** One breach of each rule of the house, to see the rules fail. */
package ringside.breach;
