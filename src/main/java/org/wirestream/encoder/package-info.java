/** A Chinese BERT on onnxruntime: the vectors of a text's characters, computed once for tags and subjects. */
@NullMarked
package org.wirestream.encoder;

import org.jspecify.annotations.NullMarked;
