/** Trains the models that the product ships from the corpus. */
@NullMarked
package org.wirestream.training;

import org.jspecify.annotations.NullMarked;
