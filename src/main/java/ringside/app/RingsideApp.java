package ringside.app;

import javafx.application.Application;
import javafx.stage.Stage;
import ringside.net.LiveOptions;
import ringside.sim.Replay;
import ringside.view.shell.Shell;
import ringside.view.shell.Theatre;

/** The window: wired by hand, remembered when it closes. */
public final class RingsideApp extends Application {
    private final Settings settings = Settings.ofThisUser();
    private final ProgressStore progress = ProgressStore.ofThisUser(settings);

    @Override
    public void start(Stage stage) {
        var theatre = new Theatre(
                new Worlds(LiveOptions.usual().showing(CertificateFolder.ofThisUser())),
                new Replay(),
                settings.memory(),
                progress);
        var shell = new Shell(theatre, new Desktop(stage, getHostServices()));
        theatre.memoryProperty().subscribe(settings::keep);
        stage.setTitle("Ringside");
        stage.setScene(shell.scene());
        stage.setMinWidth(900);
        stage.setMinHeight(620);
        WindowFrame.restore(stage, settings.memory().frame());
        stage.setOnHidden(_ -> {
            WindowFrame.of(stage)
                    .ifPresent(f -> theatre.memoryProperty()
                            .set(theatre.memoryProperty().get().in(f)));
            shell.close();
            settings.close();
            progress.close();
        });
        settings.complaint().ifPresent(theatre::tell);
        stage.show();
    }
}
