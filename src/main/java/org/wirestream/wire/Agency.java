package org.wirestream.wire;

/**
 * The news agency or paper that an item names as its source.
 *
 * @param id a short ASCII name, stable across items, part of derived item ids ({@code xinhua})
 * @param name the Chinese name ({@code 新华社})
 */
public record Agency(String id, String name) {}
