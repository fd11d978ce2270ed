package ringside.config.proxy;

import java.util.Optional;
import ringside.engine.Member;

/**
 * A server of a pool.
 *
 * @param member its name, weight, standing and terms
 * @param address {@code host:port} as the file has it, or empty when it has none
 * @param watch how its health is followed
 */
public record UpstreamServer(Member member, Optional<String> address, Watch watch) {
    /** What it is called in an answer: its address, or else its name. */
    public String label() {
        return address.orElse(member.id().name());
    }
}
