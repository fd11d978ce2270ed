package ringside.config.nginx;

import ringside.engine.KeyRule;
import ringside.engine.PolicyChoice;

/**
 * A method of an upstream.
 *
 * @param policy which
 * @param key what of a request is hashed, where one is
 * @param backups whether it knows backups
 */
record Method(PolicyChoice policy, KeyRule key, boolean backups) {
    /** What holds when none is named. */
    static final Method ROUND_ROBIN = of("nginx/round-robin", true);

    /** One that hashes nothing of a request's text. */
    static Method of(String policy, boolean backups) {
        return new Method(PolicyChoice.of(policy), KeyRule.STANDARD, backups);
    }
}
