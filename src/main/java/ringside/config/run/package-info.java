/**
 * Runs: one file that tells a story again elsewhere, and shows the same picture of it.
 *
 * <p>A run is a ZIP file with these entries, in this order and no others:
 *
 * <ul>
 *   <li>{@code manifest.yaml}, not compressed: {@code format: ringside-run} and its {@code version}; which program wrote it
 *       ({@code by}); the {@code title}; in which {@code world} it was saved, {@code simulated} or {@code live}; how far the story goes ({@code until}); the picture that was on the stage, which is
 *       that of the instant {@code at} with so many {@code events} told, laid out as {@code layout} says; and the SHA-256
 *       of every other entry ({@code parts}).
 *   <li>{@code preview.png}: that picture, small.
 *   <li>{@code scenario.yaml}: how the world began, its seed included, as a scenario file; it names no other files.
 *   <li>{@code deeds.txt}: what was done to it, one a line: the instant, and the command in the words that {@code ringside
 *       serve} takes, such as {@code 12.5s kill A}. All that was due at an instant happened before what is done at it.
 *   <li>{@code arrivals.bin}, when it is told with arrivals that were recorded: see {@link ringside.config.run.ArrivalColumns}.
 * </ul>
 *
 * <p>Its comment, at the very end of the file, is the seal: {@code sha256} and the digest of every byte before the digest.
 * One byte that is not as it was written, or is missing, and the file is refused. Entries are bounded while they are read,
 * whatever they claim. The same run gives the same bytes.
 *
 * <p>A version stands for all of this. What a later one changes, {@code manifest.yaml} remains the first entry with
 * {@code version} in it, so that every program can tell that a file is too new for it.
 */
package ringside.config.run;
