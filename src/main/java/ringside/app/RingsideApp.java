package ringside.app;

import javafx.application.Application;
import javafx.stage.Stage;
import ringside.lesson.progress.Notebook;
import ringside.net.LiveOptions;
import ringside.sim.Replay;
import ringside.view.shell.Shell;
import ringside.view.shell.Theatre;

/** The window: wired by hand, remembered when it closes. */
public final class RingsideApp extends Application {
    private final Settings settings = Settings.ofThisUser();

    @Override
    public void start(Stage stage) {
        var theatre = new Theatre(
                new Worlds(LiveOptions.usual().showing(CertificateFolder.ofThisUser())),
                new Replay(),
                settings.memory(),
                Notebook.ofToday());
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
        });
        settings.complaint().ifPresent(theatre::tell);
        stage.show();
    }
}
