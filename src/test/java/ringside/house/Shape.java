package ringside.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What can be told of one source file's shape from its text alone. */
record Shape(String path, String text) {
    private static final int METHOD_LINES = 40;
    private static final int PARAMETERS = 5;

    private static final Pattern LEFTOVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b|@auth" + "or\\b");
    private static final Pattern CODE_IN_COMMENT = Pattern.compile("^\\s*//.*[;{}]\\s*$");

    int lines() {
        return (int) text.lines().count();
    }

    /** The most lines this file may have: an engine file fits on a few screens, a view is granted some more. */
    int limit() {
        if (path.contains("main/java/ringside/engine/")) {
            return 300;
        }
        return path.contains("main/java/ringside/view/") ? 350 : 400;
    }

    /** Each breach as a sentence, none if the file is in good shape. */
    List<String> breaches() {
        var found = new ArrayList<String>();
        if (lines() > limit()) {
            found.add(path + " has " + lines() + " lines, more than " + limit());
        }
        var number = 0;
        for (var line : text.lines().toList()) {
            number++;
            if (LEFTOVER.matcher(line).find()) {
                found.add(path + ":" + number + " leaves something over: " + line.strip());
            }
            if (CODE_IN_COMMENT.matcher(line).find()) {
                found.add(path + ":" + number + " is code in a comment: " + line.strip());
            }
        }
        found.addAll(methodBreaches());
        return List.copyOf(found);
    }

    private List<String> methodBreaches() {
        var file = new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        var compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler()).orElseThrow();
        try {
            var task = (JavacTask) compiler.getTask(null, null, problem -> {}, null, null, List.of(file));
            var unit = task.parse().iterator().next();
            var methods = new Methods(path, unit, Trees.instance(task).getSourcePositions(), new ArrayList<>());
            methods.scan(unit, null);
            return methods.found;
        } catch (IOException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private static final class Methods extends TreeScanner<Void, ClassTree> {
        private final String path;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        private Methods(String path, CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.path = path;
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, ClassTree around) {
            return super.visitClass(type, type);
        }

        @Override
        public Void visitMethod(MethodTree method, ClassTree type) {
            var where = path + ":" + line(positions.getStartPosition(unit, method)) + " " + method.getName();
            var lines =
                    line(positions.getEndPosition(unit, method)) - line(positions.getStartPosition(unit, method)) + 1;
            if (lines > METHOD_LINES) {
                found.add(where + " has " + lines + " lines, more than " + METHOD_LINES);
            }
            var ofRecord = type.getKind() == Tree.Kind.RECORD && method.getReturnType() == null;
            if (!ofRecord && method.getParameters().size() > PARAMETERS) {
                found.add(where + " has " + method.getParameters().size() + " parameters, more than " + PARAMETERS);
            }
            return super.visitMethod(method, type);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
