package ringside.breach.world;

import java.net.Socket;
import javafx.geometry.Point2D;
import ringside.breach.sim.Player;

public record Ledger(int lines, Point2D where, Socket socket, Player player) {}
