package org.wirestream.newsml;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes one XML document on one line. An attribute without a value is left out. Characters that XML cannot carry become U+FFFD, one for
 * one, so that offsets hold.
 */
final class Xml {
    private static final char REPLACEMENT = '\uFFFD';

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    Xml() {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** @param attributes names and values by turns */
    Xml open(String element, @Nullable String... attributes) {
        try {
            out.writeStartElement(element);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    Xml close() {
        try {
            out.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    Xml empty(String element, @Nullable String... attributes) {
        try {
            out.writeEmptyElement(element);
            attributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    Xml text(String characters) {
        try {
            out.writeCharacters(legal(characters));
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** An element with text alone. */
    Xml element(String element, String characters, @Nullable String... attributes) {
        return open(element, attributes).text(characters).close();
    }

    /** The document, every element closed. */
    String end() {
        try {
            out.writeEndDocument();
            out.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    private void attributes(@Nullable String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            String name = attributes[i];
            String value = attributes[i + 1];
            if (name != null && value != null) {
                out.writeAttribute(name, legal(value));
            }
        }
    }

    /** XML 1.0, production 2. */
    static String legal(String characters) {
        StringBuilder legal = null;
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            boolean paired = Character.isHighSurrogate(c)
                    && i + 1 < characters.length()
                    && Character.isLowSurrogate(characters.charAt(i + 1));
            if (paired) {
                i++;
            } else if (!isLegal(c)) {
                legal = legal == null ? new StringBuilder(characters) : legal;
                legal.setCharAt(i, REPLACEMENT);
            }
        }
        return legal == null ? characters : legal.toString();
    }

    private static boolean isLegal(char c) {
        return c >= ' ' ? !Character.isSurrogate(c) && c < '\uFFFE' : c == '\t' || c == '\n' || c == '\r';
    }

    private static IllegalStateException impossible(XMLStreamException e) {
        return new IllegalStateException("a string takes every element", e);
    }
}
