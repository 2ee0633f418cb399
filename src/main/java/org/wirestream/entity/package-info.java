/** Mentions and entities: recognisers, gazetteer, wire conventions, aliases, roles, links, statements. */
@NullMarked
package org.wirestream.entity;

import org.jspecify.annotations.NullMarked;
