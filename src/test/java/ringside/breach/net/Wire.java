package ringside.breach.net;

import ringside.breach.sim.Player;

public record Wire(Player player) {
    public boolean late(long millis) {
        return System.currentTimeMillis() > millis;
    }
}
