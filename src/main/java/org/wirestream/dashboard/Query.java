package org.wirestream.dashboard;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirestream.document.EntityType;
import org.wirestream.wire.ItemTime;

/** The parameters of a request, checked: what is unknown, repeated or out of range is refused with its name. Immutable. */
final class Query {
    private static final int MAX_PARAMETERS = 200;
    private static final int MAX_VALUES = 20;
    private static final int MAX_VALUE = 1000;

    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads a query.
     *
     * @param raw as in the request line, without its question mark; null when there is none
     * @param allowed the names that the request may have
     */
    static Query parse(@Nullable String raw, Set<String> allowed) throws ProblemException {
        Map<String, List<String>> values = new HashMap<>();
        if (raw == null || raw.isEmpty()) {
            return new Query(values);
        }
        String[] pairs = raw.split("&", -1);
        if (pairs.length > MAX_PARAMETERS) {
            throw ProblemException.badRequest("more than %d parameters".formatted(MAX_PARAMETERS));
        }
        for (String pair : pairs) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (!allowed.contains(name)) {
                throw ProblemException.badRequest("unknown parameter '%s'; known are %s"
                        .formatted(
                                shortened(name),
                                String.join(", ", allowed.stream().sorted().toList())));
            }
            if (value.length() > MAX_VALUE) {
                throw ProblemException.badRequest("%s is longer than %d characters".formatted(name, MAX_VALUE));
            }
            if (!value.isEmpty()) {
                values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
        return new Query(values);
    }

    static String decode(String text) throws ProblemException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("the request has a percent sign that encodes nothing");
        }
    }

    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    private Optional<String> one(String name) throws ProblemException {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw ProblemException.badRequest("%s is given more than once".formatted(name));
        }
        return given.stream().findFirst();
    }

    /** Every value of a filter. */
    List<String> any(String name) throws ProblemException {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > MAX_VALUES) {
            throw ProblemException.badRequest("%s is given more than %d times".formatted(name, MAX_VALUES));
        }
        return given;
    }

    Optional<String> text(String name, int maxLength) throws ProblemException {
        Optional<String> text = one(name);
        if (text.isPresent() && text.get().length() > maxLength) {
            throw ProblemException.badRequest("%s is longer than %d characters".formatted(name, maxLength));
        }
        return text;
    }

    int number(String name, int min, int max, int otherwise) throws ProblemException {
        String text = one(name).orElse(null);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number out of range is.
        }
        throw ProblemException.badRequest(
                "%s is '%s'; allowed is a number from %d to %d".formatted(name, shortened(text), min, max));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    String choice(String name, List<String> choices, String otherwise) throws ProblemException {
        String choice = one(name).orElse(otherwise);
        if (!choices.contains(choice)) {
            throw ProblemException.badRequest(
                    "%s is '%s'; allowed are %s".formatted(name, shortened(choice), String.join(", ", choices)));
        }
        return choice;
    }

    @Nullable
    EntityType entityType(String name) throws ProblemException {
        List<String> names =
                List.of(EntityType.values()).stream().map(EntityType::name).toList();
        return has(name) ? EntityType.valueOf(choice(name, names, "")) : null;
    }

    Optional<LocalDate> day(String name) throws ProblemException {
        String text = one(name).orElse(null);
        if (text == null) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(text);
            checkYear(name, day.getYear());
            return Optional.of(day);
        } catch (DateTimeException e) {
            throw ProblemException.badRequest("%s is '%s'; write a day as 2017-06-09".formatted(name, shortened(text)));
        }
    }

    /** Dates are compared as text, which needs years of four digits, a year before and after them too. */
    private static void checkYear(String name, int year) throws ProblemException {
        if (year < 1000 || year > 9990) {
            throw ProblemException.badRequest("%s is in the year %d; allowed are 1000 to 9990".formatted(name, year));
        }
    }

    /** The begin of an hour in Beijing. */
    Optional<ZonedDateTime> hour(String name) throws ProblemException {
        String text = one(name).orElse(null);
        if (text == null) {
            return Optional.empty();
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            checkYear(name, time.getYear());
            return Optional.of(time.atZoneSameInstant(ItemTime.WIRE_ZONE).truncatedTo(ChronoUnit.HOURS));
        } catch (DateTimeException e) {
            throw ProblemException.badRequest(
                    "%s is '%s'; write a date-time as 2017-06-09T12:00:00+08:00 (+ is %%2B in a URL)"
                            .formatted(name, shortened(text)));
        }
    }
}
