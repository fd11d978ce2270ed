/** Hash functions, bit for bit as published. They know bytes and nothing of servers. */
package ringside.engine.hash;
