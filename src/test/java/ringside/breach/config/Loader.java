package ringside.breach.config;

import ringside.breach.lesson.Card;

public record Loader(Card card) {}
