/**
 * The few words in which a lesson asks about a world: {@code remap.moved == keys_of_before(B)}.
 *
 * <p>It knows text, numbers and columns. What a fact is worth it asks {@link ringside.lesson.expression.Facts}; so it
 * knows neither worlds nor lessons.
 */
package ringside.lesson.expression;
