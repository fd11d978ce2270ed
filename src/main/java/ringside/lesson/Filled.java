package ringside.lesson;

import org.commonmark.node.CustomNode;

/** A fact in the midst of prose. */
public final class Filled extends CustomNode {
    private final Template template;

    Filled(Template template) {
        this.template = template;
    }

    /** What stands there, once it is filled. */
    public Template template() {
        return template;
    }
}
