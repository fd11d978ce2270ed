import org.jspecify.annotations.NullMarked;

/** A front-row seat to load balancing: see the README for the layers. */
@NullMarked
module ringside {
    requires static org.jspecify;
    requires atlantafx.base;
    requires com.google.gson;
    requires info.picocli;
    requires io.prometheus.metrics.config;
    requires io.prometheus.metrics.model;
    requires io.prometheus.writer.text;
    requires java.desktop;
    requires java.management;
    requires javafx.base;
    requires javafx.controls;
    requires javafx.graphics;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.util;
    requires jdk.management;
    requires org.commonmark;
    requires org.commonmark.ext.gfm.strikethrough;
    requires org.commonmark.ext.gfm.tables;
    requires org.controlsfx.controls;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.feather;
    requires org.kordamp.ikonli.javafx;
    requires org.snakeyaml.engine;
    requires HdrHistogram;

    exports ringside.app to
            javafx.graphics;

    opens ringside.app to
            com.google.gson,
            info.picocli,
            javafx.graphics;
}
