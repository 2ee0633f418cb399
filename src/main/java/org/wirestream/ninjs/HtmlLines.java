package org.wirestream.ninjs;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The text of HTML, a line for each block, in one walk over the tree: blocks in blocks and long runs of line breaks must not cost more
 * than their number.
 */
final class HtmlLines implements NodeVisitor {
    private static final Set<String> BLOCKS =
            Set.of("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "figcaption");

    private final StringBuilder lines = new StringBuilder();
    private final StringBuilder line = new StringBuilder();

    private HtmlLines() {}

    static String of(Element body) {
        HtmlLines read = new HtmlLines();
        body.traverse(read);
        read.endLine();
        return read.lines.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            line.append(text.getWholeText());
        } else if (node.nameIs("br")) {
            line.append('\n');
        } else if (isBlock(node)) {
            endLine();
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (isBlock(node)) {
            endLine();
        }
    }

    private static boolean isBlock(Node node) {
        return node instanceof Element && BLOCKS.contains(node.normalName());
    }

    private void endLine() {
        String text = line.toString().strip();
        if (!text.isEmpty()) {
            lines.append(text).append('\n');
        }
        line.setLength(0);
    }
}
