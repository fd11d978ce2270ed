package ringside.view.compare;

import javafx.util.Subscription;
import ringside.view.Show;

/** Two shows at the same instant: the first moves on by itself, the second goes where the first is. */
final class Tandem {
    private Tandem() {}

    /** Keeps them together until unsubscribed. */
    static Subscription of(Show first, Show second) {
        second.playingProperty().bindBidirectional(first.playingProperty());
        second.speedProperty().bindBidirectional(first.speedProperty());
        second.layoutProperty().bindBidirectional(first.layoutProperty());
        second.selectionProperty().bindBidirectional(first.selectionProperty());
        var follows = first.nanosProperty().subscribe(nanos -> second.seek(nanos.longValue()));
        return follows.and(() -> {
            second.playingProperty().unbindBidirectional(first.playingProperty());
            second.speedProperty().unbindBidirectional(first.speedProperty());
            second.layoutProperty().unbindBidirectional(first.layoutProperty());
            second.selectionProperty().unbindBidirectional(first.selectionProperty());
        });
    }
}
