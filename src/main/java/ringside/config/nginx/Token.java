package ringside.config.nginx;

import ringside.config.Place;

/** What a configuration's text is made of. */
sealed interface Token {
    /** Where it begins. */
    Place place();

    /** A word. */
    record Text(Word word) implements Token {
        @Override
        public Place place() {
            return word.place();
        }
    }

    /** A semicolon, or a brace that opens or closes. */
    record Mark(Place place, char sign) implements Token {}

    /** The end of the text. */
    record End(Place place) implements Token {}
}
