package org.wirestream.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirestream.document.EntityType;

/** Short forms that the text declares: （以下简称“上合组织”或“本组织”）, （简称上合组织）, （NATO）, （哈马斯）. */
final class AliasFinder {
    private static final Pattern DECLARED =
            Pattern.compile("（(?:以?下?(?:统|简)称|以下称|下称|又称|又名|全称|英文缩写|缩写)(?:为|：)?(?<names>[^（）。；\\n]{1,40})）");
    private static final Pattern BARE = Pattern.compile("（(?<names>[A-Z][A-Za-z0-9-]{1,9}|[\\u4e00-\\u9fff]{2,6})）");
    private static final Pattern NAME = Pattern.compile("“([^“”]{1,20})”|([^“”、或和及，]{2,20})");
    /** 本组织 and the like are declared too, but are no names. */
    private static final Pattern NO_NAME = Pattern.compile("[本该双各两贵我].*");

    private final Gazetteer gazetteer;

    AliasFinder(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * A declared short form.
     *
     * @param entity the proposal that it stands for
     * @param name the short form
     * @param begin where it is declared, in the folded text
     * @param end one past its last code unit
     */
    record Declared(Proposal entity, String name, int begin, int end) {
        /** Whether the short form is itself a name to be marked wherever it stands. */
        boolean isName() {
            return !NO_NAME.matcher(name).matches();
        }
    }

    List<Declared> find(TaggedText text, List<Proposal> accepted) {
        List<Declared> found = new ArrayList<>();
        Matcher declared = DECLARED.matcher(text.text());
        Matcher bare = BARE.matcher(text.text());
        for (Proposal name : accepted) {
            if (text.at(name.end()) != '（') {
                continue;
            }
            if (standsAt(declared, name.end())) {
                Matcher one = NAME.matcher(declared.group("names"));
                while (one.find()) {
                    int group = one.group(1) == null ? 2 : 1;
                    int offset = declared.start("names");
                    found.add(new Declared(name, one.group(group), offset + one.start(group), offset + one.end(group)));
                }
            } else if (name.type() == EntityType.ORG && standsAt(bare, name.end())) {
                String other = bare.group("names");
                if (isShortFor(other, text.text().substring(name.begin(), name.end()))) {
                    found.add(new Declared(name, other, bare.start("names"), bare.end("names")));
                }
            }
        }
        return found;
    }

    /** Unlike a search that is bound to its beginning, this does not try every place up to the end of the text. */
    private static boolean standsAt(Matcher matcher, int begin) {
        return matcher.region(begin, matcher.regionEnd()).lookingAt();
    }

    /** Latin letters, a known organisation, or characters of the long form in their order. */
    private boolean isShortFor(String other, String name) {
        if (other.charAt(0) < 0x80) {
            return true;
        }
        Gazetteer.Name known = gazetteer.named(other);
        if (known != null) {
            return known.type() == EntityType.ORG;
        }
        int at = 0;
        for (int i = 0; i < other.length(); i++) {
            at = name.indexOf(other.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }
}
