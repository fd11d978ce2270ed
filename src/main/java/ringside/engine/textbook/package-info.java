/** The policies as textbooks and courses teach them, one file each. They know the engine's own words and nothing else. */
package ringside.engine.textbook;
