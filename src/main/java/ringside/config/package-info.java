/**
 * Texts that people write, turned into what they mean: scenario files and the words of commands.
 *
 * <p>What is written wrongly is told as one {@link ringside.config.BadInput}, with file, line and column. It knows the
 * world's words and the engine's; it knows no socket and no screen, and it opens only the files it is asked to read.
 */
package ringside.config;
