package org.wirestream.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads reporters' names: 记者张三 李四, 记者王五、实习生赵六, 约翰·史密斯. */
final class Bylines {
    private static final Pattern JOB = Pattern.compile(
            "(?:本报|本台|本刊|本网|总台|央视|新华社|中新社|新华网|人民网|中央社)?(?:驻[\\u4e00-\\u9fff]{1,6})?(?:首席|特约|特派|见习|实习|高级|资深)?"
                    + "(?:记者|通讯员|实习生|评论员|摄影|摄|撰文|作者|文|编译|整理)[：:/]?");
    private static final Pattern NAME =
            Pattern.compile("[\\u4e00-\\u9fff]{2,4}|[\\u4e00-\\u9fff]{1,6}(?:·[\\u4e00-\\u9fff]{1,8}){1,3}");
    private static final String SEPARATORS = " 、，；/和";
    private static final Pattern BARE =
            Pattern.compile("[\\u4e00-\\u9fff·]{2,12}(?:[ 、，]{1,2}[\\u4e00-\\u9fff·]{2,12}){0,7}");
    /** Words that stand in brackets after a dateline and are no names. */
    private static final Pattern NO_NAMES =
            Pattern.compile(".*(?:新闻|联播|完|图|表|版|附|全文|节目|国际|财经|体育|报道|来源|州|省|市|县|电台|综合).*");

    private Bylines() {}

    /** A name in a byline; offsets are in the given text. */
    record Name(String text, int begin, int end) {}

    /** Whether the text in brackets after a dateline names reporters. */
    static boolean isByline(String text) {
        if (JOB.matcher(text).find()) {
            return !names(text).isEmpty();
        }
        return BARE.matcher(text).matches()
                && !NO_NAMES.matcher(text).matches()
                && !names(text).isEmpty();
    }

    /** The names in order. */
    static List<Name> names(String text) {
        List<Name> names = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (SEPARATORS.indexOf(text.charAt(at)) >= 0) {
                at++;
                continue;
            }
            Matcher job = JOB.matcher(text).region(at, text.length());
            if (job.lookingAt()) {
                at = job.end();
                continue;
            }
            int end = at;
            while (end < text.length() && " 、，；/".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            Matcher name = NAME.matcher(text).region(at, end);
            if (name.matches()) {
                names.add(new Name(text.substring(at, end), at, end));
            }
            at = end;
        }
        return names;
    }
}
