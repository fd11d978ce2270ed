package ringside.config.haproxy;

import ringside.config.proxy.Upstream;

/** A {@code listen}, {@code frontend} or {@code backend} section as it is read. */
final class ProxyDraft {
    private final Section section;
    private final Word name;
    private final Settings settings;
    private final PoolDraft pool;
    private final FrontendDraft frontend;
    private final Notes notes;

    private ProxyDraft(Section section, Settings settings, Notes notes) {
        this.section = section;
        this.name = section.name();
        this.settings = settings;
        this.notes = notes;
        this.pool = new PoolDraft(notes);
        this.frontend = new FrontendDraft(notes);
    }

    /** Reads a section that begins with these settings, which are its own from now on. */
    static ProxyDraft read(Section section, Settings settings, Notes notes) {
        var proxy = new ProxyDraft(section, settings, notes);
        var shared = new SharedWords(section.kind(), settings, notes);
        for (var line : section.lines()) {
            switch (line.keyword().text()) {
                case "server", "server-template" -> proxy.server(line);
                case "bind", "acl", "use_backend" -> proxy.frontend(line);
                case "disabled" ->
                    notes.add(line.keyword(), "HAProxy does not start this section; its servers are read all the same");
                default -> shared.read(line);
            }
        }
        if (section.kind().takes()) {
            settings.defaultBackend.ifPresent(proxy.frontend::defaultBackend);
        }
        return proxy;
    }

    private void server(Line line) {
        if (!section.kind().serves()) {
            throw line.keyword().wrong("does not belong into a frontend; write it in a `backend` or `listen` section");
        }
        var args = new Args(line, notes);
        if (line.is("server")) {
            pool.server(args, settings);
        } else {
            pool.template(args, settings);
        }
    }

    private void frontend(Line line) {
        var args = new Args(line, notes);
        if (line.is("acl")) {
            frontend.acl(args);
        } else if (!section.kind().takes()) {
            args.next("a word");
            notes.add(line.keyword(), line.keyword().shown() + " does nothing in a backend");
        } else if (line.is("bind")) {
            frontend.bind(args);
        } else {
            frontend.useBackend(args);
        }
    }

    Section.Kind kind() {
        return section.kind();
    }

    Word name() {
        return name;
    }

    boolean http() {
        return settings.http;
    }

    int servers() {
        return pool.size();
    }

    FrontendDraft frontend() {
        return frontend;
    }

    /** Whether it is a pool: a listener that only sends elsewhere is none. */
    boolean isPool() {
        return section.kind() == Section.Kind.BACKEND || (section.kind() == Section.Kind.LISTEN && servers() > 0);
    }

    /** Its servers and how one is chosen. */
    Upstream upstream() {
        return pool.upstream(name, settings);
    }
}
