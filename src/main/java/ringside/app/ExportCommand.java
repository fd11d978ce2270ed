package ringside.app;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ringside.config.envoy.EnvoyYaml;
import ringside.config.haproxy.HaproxyCfg;
import ringside.config.kubernetes.KubernetesYaml;
import ringside.config.nginx.NginxConf;
import ringside.config.proxy.Export;
import ringside.config.proxy.ProxySetup;

/** Writes the pools of a file in another proxy's language. */
@Command(
        name = "export",
        description =
                "Write a file's pool in the language of another proxy; for nginx and haproxy, all pools if none is"
                        + " named. What that language has no words for goes to standard error.")
final class ExportCommand implements Runnable {
    /** Whose language. */
    enum Language {
        NGINX,
        HAPROXY,
        ENVOY,
        KUBERNETES;

        private Export write(ProxySetup setup) {
            return switch (this) {
                case NGINX -> NginxConf.write(setup);
                case HAPROXY -> HaproxyCfg.write(setup);
                case ENVOY -> EnvoyYaml.write(setup.upstream(Optional.empty()));
                case KUBERNETES -> KubernetesYaml.write(setup.upstream(Optional.empty()));
            };
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private PoolFile file = new PoolFile();

    @Mixin
    private TextOutput output = new TextOutput();

    @Option(
            names = "--to",
            paramLabel = "LANGUAGE",
            required = true,
            description = "nginx, haproxy, envoy or kubernetes.")
    private Language language = Language.NGINX;

    @Override
    public void run() {
        output.write(language.write(file.setup(spec)), spec);
    }
}
