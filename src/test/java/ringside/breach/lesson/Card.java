package ringside.breach.lesson;

import ringside.breach.view.ScreenManager;

public record Card(ScreenManager screen) {}
