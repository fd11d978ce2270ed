package ringside.world;

import ringside.engine.ServerId;

/**
 * What one server did in a run.
 *
 * @param server its name; one that left and came back under the same name is one
 * @param requests how often it was chosen, each attempt of a request counted
 * @param answered how many of these it answered
 * @param failed how many of these failed with it
 * @param share of all the times that any server was chosen, 0 to 1
 * @param busyNanos how long its workers worked on what somebody still waited for, all of them added up
 * @param utilisation the same as a share of what its workers could have worked while it was there, 0 to 1
 * @param looks what looks into its cache came to
 * @param wakes how its processes were woken for connections
 */
public record ServerFigures(
        ServerId server,
        long requests,
        long answered,
        long failed,
        double share,
        long busyNanos,
        double utilisation,
        Looks looks,
        Wakes wakes) {}
