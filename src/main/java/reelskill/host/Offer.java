package reelskill.host;

import org.jspecify.annotations.Nullable;

/** What a server offers its clients: tools, and whatever else is not null. Immutable; the catalogs serve many threads. */
public final class Offer {
    private final String name;
    private final String title;
    private final String version;
    private final ToolCatalog tools;
    private @Nullable String instructions;
    private @Nullable ResourceCatalog resources;
    private @Nullable PromptCatalog prompts;
    private @Nullable SkillCatalog skills;
    private @Nullable Completions completions;
    private boolean logging;
    private Runnable warmUp = new Nothing();

    /** A named class, not a lambda: the first lambda of a process costs several milliseconds of the start. */
    private static final class Nothing implements Runnable {
        @Override
        public void run() {}
    }

    private Offer(String name, String title, String version, ToolCatalog tools) {
        this.name = name;
        this.title = title;
        this.version = version;
        this.tools = tools;
    }

    private Offer(Offer other) {
        this(other.name, other.title, other.version, other.tools);
        instructions = other.instructions;
        resources = other.resources;
        prompts = other.prompts;
        skills = other.skills;
        completions = other.completions;
        logging = other.logging;
        warmUp = other.warmUp;
    }

    /** Returns an offer of tools alone. {@code name} is for programs, {@code title} for people. */
    public static Offer of(String name, String title, String version, ToolCatalog tools) {
        return new Offer(name, title, version, tools);
    }

    /** Adds what a model should know about the server as a whole. */
    public Offer withInstructions(String text) {
        Offer copy = new Offer(this);
        copy.instructions = text;
        return copy;
    }

    public Offer withResources(ResourceCatalog catalog) {
        Offer copy = new Offer(this);
        copy.resources = catalog;
        return copy;
    }

    public Offer withPrompts(PromptCatalog catalog) {
        Offer copy = new Offer(this);
        copy.prompts = catalog;
        return copy;
    }

    /** Adds SEP-2640 "Skills over MCP"; the files of the skills are resources too. */
    public Offer withSkills(SkillCatalog catalog) {
        Offer copy = new Offer(this);
        copy.skills = catalog;
        return copy;
    }

    public Offer withCompletions(Completions source) {
        Offer copy = new Offer(this);
        copy.completions = source;
        return copy;
    }

    /** Declares logging, which 2026-07-28 deprecates: only for a server whose tools call {@link CallContext#log}. */
    public Offer withLogging() {
        Offer copy = new Offer(this);
        copy.logging = true;
        return copy;
    }

    /** Adds what runs once on a daemon thread of the lowest priority after {@code tools/list} is out. */
    public Offer withWarmUp(Runnable work) {
        Offer copy = new Offer(this);
        copy.warmUp = work;
        return copy;
    }

    String name() {
        return name;
    }

    String title() {
        return title;
    }

    String version() {
        return version;
    }

    ToolCatalog tools() {
        return tools;
    }

    @Nullable
    String instructions() {
        return instructions;
    }

    @Nullable
    ResourceCatalog resources() {
        return resources;
    }

    @Nullable
    PromptCatalog prompts() {
        return prompts;
    }

    @Nullable
    SkillCatalog skills() {
        return skills;
    }

    @Nullable
    Completions completions() {
        return completions;
    }

    boolean logging() {
        return logging;
    }

    Runnable warmUp() {
        return warmUp;
    }
}
