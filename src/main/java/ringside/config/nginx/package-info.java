/**
 * nginx's configuration language: read into Ringside's words, and written from them.
 *
 * <p>A text becomes words, words become directives, and directives become a setup; nothing is run, looked up or
 * connected to. What nginx refuses is refused with its place, and what has no part in choosing a server is noted.
 */
package ringside.config.nginx;
