package reelskill.skill;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML from strangers: maps, lists and strings only, so that {@code 1.10} stays {@code "1.10"} and no tag builds a thing. */
final class SafeYaml {
    static final int LARGEST_BYTES = 1 << 20;
    private static final int MOST_ALIASES = 10;
    private static final int DEEPEST = 20;

    private SafeYaml() {}

    /**
     * Returns what {@code text} says: {@code Map}, {@code List}, {@code String}, or null for nothing.
     *
     * @throws MarkedYAMLException if it is not YAML, or a key appears twice
     * @throws InvalidSkillException if it is YAML that must not be read
     */
    static @Nullable Object load(String text, boolean duplicateKeys) {
        return load(text, duplicateKeys, new StringsOnly());
    }

    /** Returns what {@code text} says as other readers take it: with booleans, numbers and nulls of the YAML 1.2 core schema. */
    static @Nullable Object loadTyped(String text) {
        return load(text, false, new CoreSchema());
    }

    private static @Nullable Object load(String text, boolean duplicateKeys, Resolver resolver) {
        LoaderOptions options = options(duplicateKeys);
        SafeConstructor builder = new SafeConstructor(options);
        builder.setAllowDuplicateKeys(options.isAllowDuplicateKeys());
        try {
            builder.setComposer(new Composer(new Untagged(text, options), resolver, options));
            Object tree = builder.getSingleData(Object.class);
            refuseDepth(tree, 0);
            return tree;
        } catch (MarkedYAMLException e) {
            throw e;
        } catch (YAMLException e) {
            throw InvalidSkillException.of(
                    "The file nests too deeply, repeats itself through aliases or holds unreadable characters; it is not used. Simplify it.",
                    "文件嵌套过深、大量使用别名或含有无法读取的字符，已拒绝使用。请简化文件。");
        }
    }

    private static LoaderOptions options(boolean duplicateKeys) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(duplicateKeys);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LARGEST_BYTES);
        options.setAllowRecursiveKeys(false);
        return options;
    }

    private static void refuseTag(Event event) {
        String tag = null;
        if (event instanceof ScalarEvent scalar) tag = scalar.getTag();
        if (event instanceof CollectionStartEvent collection) tag = collection.getTag();
        if (tag == null || tag.equals("!")) return;
        throw InvalidSkillException.of(
                "The file uses a YAML tag (a value that begins with '!'); tags are not allowed. Put the value in quotes.",
                "文件使用了 YAML 标签（以“!”开头的值），不允许使用标签。请给该值加上引号。");
    }

    /** A list that contains itself has no depth at all. */
    private static void refuseDepth(@Nullable Object tree, int depth) {
        if (depth > DEEPEST) throw new YAMLException("nested too deeply");
        if (tree instanceof Map<?, ?> map) map.values().forEach(value -> refuseDepth(value, depth + 1));
        if (tree instanceof Iterable<?> list) list.forEach(value -> refuseDepth(value, depth + 1));
    }

    /** Reads no tag, and reads once: most of a start's YAML is in the reading. */
    private static final class Untagged extends ParserImpl {
        Untagged(String text, LoaderOptions options) {
            super(new StreamReader(text), options);
        }

        @Override
        public Event getEvent() {
            Event event = super.getEvent();
            refuseTag(event);
            return event;
        }
    }

    private static final class StringsOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // None: a plain scalar is the string that was written.
        }
    }

    private static final class CoreSchema extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|True|TRUE|false|False|FALSE"), "tTfF");
            addImplicitResolver(Tag.INT, Pattern.compile("[-+]?[0-9]+"), "-+0123456789");
            addImplicitResolver(
                    Tag.FLOAT,
                    Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
                    "-+0123456789.");
            addImplicitResolver(Tag.NULL, Pattern.compile("null|Null|NULL|~|"), "nN~\0");
        }
    }
}
