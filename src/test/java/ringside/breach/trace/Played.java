package ringside.breach.trace;

import ringside.breach.sim.Player;

public record Played(Player by) {}
