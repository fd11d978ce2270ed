package ringside.net;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** One WebSocket at one of our servers: each message goes back as it came (RFC 6455). */
final class Echo {
    /** The longest message that is taken, in bytes. */
    static final int MOST = 1 << 20;

    private static final int GOING_AWAY = 1001;
    private static final int NOT_UTF_8 = 1007;
    private static final int TOO_BIG = 1009;

    private final Client client;
    private final Frames frames;
    private final BooleanSupplier silent;
    private final byte[] control = new byte[125];
    private byte[] message = new byte[1024];
    private int length;
    private int kind = Frames.CONTINUATION;

    /** An echo that says nothing as long as it is to be silent. */
    Echo(Client client, BooleanSupplier silent) {
        this.client = client;
        this.silent = silent;
        this.frames = new Frames(client.in(), client.out());
    }

    /** Answers until the client closes, breaks the rules or says nothing for too long. */
    void run() throws IOException {
        try {
            boolean open = true;
            while (open) {
                client.wire().readWithin(client.limits().tunnel());
                frames.next();
                open = frames.control() ? control() : data();
            }
        } catch (BadMessage bad) {
            close(bad.status(), bad.sentence());
        } catch (SocketTimeoutException _) {
            close(GOING_AWAY, "nothing came for too long");
        } catch (EOFException _) {
            // gone without a word: nobody is left to answer
        }
    }

    private boolean data() throws IOException, BadMessage {
        if ((kind == Frames.CONTINUATION) == (frames.kind() == Frames.CONTINUATION)) {
            throw Frames.broken("a message goes on with continuations, and only those");
        }
        if (frames.kind() != Frames.CONTINUATION) {
            kind = frames.kind();
            length = 0;
        }
        take();
        if (frames.last()) {
            if (kind == Frames.TEXT) {
                checkText(message, 0, length);
            }
            answer(kind, message, length);
            kind = Frames.CONTINUATION;
        }
        return true;
    }

    private void take() throws IOException, BadMessage {
        if (frames.length() > MOST - length) {
            throw new BadMessage(TOO_BIG, "a message has " + MOST + " bytes at most");
        }
        int after = length + (int) frames.length();
        if (after > message.length) {
            message = Arrays.copyOf(message, Math.max(after, Math.min(MOST, 2 * message.length)));
        }
        frames.payload(message, length);
        length = after;
    }

    private boolean control() throws IOException, BadMessage {
        frames.payload(control, 0);
        int count = (int) frames.length();
        switch (frames.kind()) {
            case Frames.PING -> answer(Frames.PONG, control, count);
            case Frames.CLOSE -> {
                checkClose(count);
                answer(Frames.CLOSE, control, Math.min(count, 2));
                client.linger();
                return false;
            }
            default -> {}
        }
        return true;
    }

    private void checkClose(int count) throws BadMessage {
        if (count == 0) {
            return;
        }
        int code = count < 2 ? 0 : ((control[0] & 0xff) << 8) | (control[1] & 0xff);
        boolean known = (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014);
        if (!known && !(code >= 3000 && code <= 4999)) {
            throw Frames.broken("a close says one of the codes that may be said, or nothing");
        }
        checkText(control, 2, count);
    }

    private static void checkText(byte[] bytes, int from, int to) throws BadMessage {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
        } catch (CharacterCodingException _) {
            throw new BadMessage(NOT_UTF_8, "text is UTF-8");
        }
    }

    private void answer(int ofKind, byte[] payload, int count) throws IOException {
        if (!silent.getAsBoolean()) {
            frames.write(ofKind, payload, count);
        }
    }

    private void close(int code, String sentence) throws IOException {
        var text = Ascii.bytes("  " + sentence);
        text[0] = (byte) (code >> 8);
        text[1] = (byte) code;
        answer(Frames.CLOSE, text, text.length);
        client.linger();
    }
}
