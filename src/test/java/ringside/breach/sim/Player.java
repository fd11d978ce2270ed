package ringside.breach.sim;

import ringside.breach.net.Wire;

public record Player(Wire wire) {}
