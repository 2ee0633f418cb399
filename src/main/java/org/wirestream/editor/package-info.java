/** What editors do: read and change the gazetteer's topic. */
@NullMarked
package org.wirestream.editor;

import org.jspecify.annotations.NullMarked;
