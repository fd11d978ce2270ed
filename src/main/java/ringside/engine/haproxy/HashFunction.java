package ringside.engine.haproxy;

import java.util.zip.CRC32;
import ringside.engine.hash.Djb2;
import ringside.engine.hash.Sdbm;
import ringside.engine.hash.Utf8;
import ringside.engine.hash.Wt6;

/** The functions that HAProxy's {@code hash-type} names. */
enum HashFunction {
    SDBM {
        @Override
        int of(Utf8 text) {
            return Sdbm.of(text);
        }
    },
    DJB2 {
        @Override
        int of(Utf8 text) {
            return Djb2.of(text);
        }
    },
    CRC32 {
        @Override
        int of(Utf8 text) {
            var crc = new CRC32();
            crc.update(text.bytes(), 0, text.length());
            return (int) crc.getValue();
        }
    },
    WT6 {
        @Override
        int of(Utf8 text) {
            return Wt6.of(text);
        }
    };

    /** The hash, unsigned, of the text that is held. */
    abstract int of(Utf8 text);
}
