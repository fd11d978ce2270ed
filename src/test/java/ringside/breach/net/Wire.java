package ringside.breach.net;

import ringside.breach.sim.Player;

public record Wire(Player player) {}
