package reelskill.studio.plan;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import reelskill.language.Language;
import reelskill.media.MediaFacts;
import reelskill.studio.timeline.Score.Lead;
import reelskill.studio.timeline.Score.Mood;

/** "add music.mp3 as background music", "add some calm music", "another one", "remove the music", "背景音乐用这首". */
final class MusicRules {
    private static final Set<String> MUSIC =
            Clause.concepts("MUSIC MOOD LEAD VIDEO BEHIND ATMOST ALL FROM TO AT FOR START END");
    private static final Set<String> ADD = Clause.union(
            MUSIC,
            Clause.concepts(
                    "ADD PUT PLAY EVERYTHING STARTAT CHANGE SWAP MORE CLIPREF SPAN TIME PERCENT DECIBELS ABOUT BACKGROUND QUIETLY LOUDLY QUIETER LOUDER SLIGHTLY"
                            + " SILENCE GENTLE ADJECTIVE NOT DUCK SOUND ANOTHER FADEIN FADEOUT FADEBOTH ORIGINAL UNDERSPEECH"));
    private static final Set<String> REMOVE =
            Clause.union(MUSIC, Clause.concepts("REMOVE OFF CUT NOT BACKGROUND ADD KEEP TIME PART"));
    private static final Set<String> ANOTHER =
            Clause.concepts("MUSIC MOOD LEAD ANOTHER CHANGE SWAP ADD MUSICONE TO FOR");
    private static final Set<String> REPLACED =
            Clause.concepts("SOUND ORIGINAL CHANGE SWAP CLIPREF TO VIDEO ALL FOR FROM VOICE");
    private static final Set<String> FADE = Clause.concepts(
            "MUSIC FADE FADEIN FADEOUT FADEBOTH ADD TIME SPAN CHANGE FOR OVER AT START END TO FROM REMOVE NOT OFF VIDEO SLOWLY ADJECTIVE");
    private static final Duration FADED = Duration.ofSeconds(3);
    private static final Duration LONGEST_FADE = Duration.ofSeconds(60);
    private static final Mood DEFAULT = Mood.CALM;

    private static final Set<String> UNWANTED = Clause.concepts("NOT ADD MUSIC ALL VIDEO TO");

    private MusicRules() {}

    static Optional<Reading> remove(Clause clause) {
        boolean off = clause.hasAny("REMOVE", "OFF", "CUT") || (clause.has("NOT") && !clause.has("CHANGE"));
        if (clause.has("MUSIC") && off && clause.has(Token.SPAN)) return silenced(clause);
        // "don't add music, just captions": where there is none, nothing has to go.
        boolean unwanted = clause.has("NOT") && clause.has("ADD") && clause.isMadeOf(UNWANTED);
        if (unwanted && clause.has("MUSIC") && clause.now().music().isEmpty()) return Optional.of(Reading.of());
        // "no piano, rather something tense" wants other music, and not none.
        if (clause.has("LEAD") || (clause.has("ADD") && clause.has("MOOD"))) return Optional.empty();
        if (!clause.has("MUSIC") || !off || clause.has("KEEP") || !clause.isMadeOf(REMOVE)) return Optional.empty();
        Optional<Duration> at = clause.timeAfter("AT", "FROM", "TO");
        if (at.isPresent() && clause.count(Token.TIME) == 1 && clause.hasAny("OFF", "CUT"))
            return MusicTimes.stopped(at.get());
        if (clause.has(Token.TIME)) return Optional.empty();
        boolean elsewhere = clause.hasAny("START", "END", "FROM", "TO", "AT");
        return elsewhere ? Optional.empty() : Optional.of(Reading.of(new RemoveMusic()));
    }

    /** "cut the music after 20 seconds": it is not heard there, and goes on elsewhere. */
    private static Optional<Reading> silenced(Clause clause) {
        boolean told =
                clause.count(Token.SPAN) == 1 && !clause.hasAny("KEEP", "ADD", "START", "END", "MOOD", Token.SOFT);
        return told && clause.without(Token.SPAN).isMadeOf(REMOVE)
                ? Optional.of(
                        Reading.of(new SetVolume(0, false, SetVolume.Whose.MUSIC, Optional.empty(), clause.spans())))
                : Optional.empty();
    }

    /** "another one", "change the music": the next piece of the same mood, where there is composed music. */
    static Optional<Reading> another(Clause clause) {
        boolean wanted = clause.has("ANOTHER") || (clause.has("MUSIC") && clause.hasAny("CHANGE", "SWAP"));
        if (!wanted || !clause.isMadeOf(ANOTHER) || mood(clause).isPresent() || clause.has("LEAD"))
            return Optional.empty();
        boolean composed = clause.now().music().stream()
                .anyMatch(bed -> bed.music().score().isPresent());
        if (composed) return Optional.of(Reading.of(new NextMusic()));
        return clause.has("MUSIC") && !clause.now().music().isEmpty() ? Optional.of(which(clause)) : Optional.empty();
    }

    /** "fade out the music", "fade the music in over 3 seconds", "音乐淡出3秒". */
    static Optional<Reading> fade(Clause clause) {
        boolean in = clause.hasAny("FADEIN", "FADEBOTH");
        boolean out = clause.hasAny("FADEOUT", "FADEBOTH") || (clause.has("FADE") && clause.has("END"));
        boolean music = clause.has("MUSIC")
                || isOfMusic(clause)
                || Stream.of("FADEIN", "FADEOUT", "FADEBOTH")
                        .anyMatch(word -> clause.all(word, String.class).contains("music"));
        if (!music || !(in || out) || !clause.isMadeOf(FADE) || FadeRules.comesFirst(clause)) return Optional.empty();
        // "fade the music out at 0:20" names the moment, and no length.
        if (mood(clause).isPresent()
                || clause.timeAfter("AT").isPresent()
                || clause.count(Token.TIME) > 1
                || (addsMusic(clause) && clause.now().music().isEmpty())) return Optional.empty();
        boolean off = clause.hasAny("REMOVE", "NOT", "OFF");
        if (off && clause.time().isPresent()) return Optional.empty();
        Optional<Duration> edge =
                clause.spans().size() == 1 ? clause.spans().get(0).edge(in) : Optional.empty();
        if (clause.has(Token.SPAN) && (edge.isEmpty() || in == out || off || clause.has(Token.TIME)))
            return Optional.empty();
        Duration length = off ? Duration.ZERO : clause.time().or(() -> edge).orElse(FADED);
        if (length.compareTo(LONGEST_FADE) > 0) return Optional.empty();
        return Optional.of(Reading.of(new FadeMusic(
                in ? Optional.of(length) : Optional.empty(), out ? Optional.of(length) : Optional.empty())));
    }

    /** "add music with a fade out" wants music; "add a fade out to the music" and 给音乐加个淡出 have it. */
    private static boolean addsMusic(Clause clause) {
        List<String> said = clause.tokens().stream().map(Token::concept).toList();
        int add = said.indexOf("ADD");
        int music = said.indexOf("MUSIC");
        boolean faded = said.subList(0, Math.max(0, music)).stream().anyMatch(word -> word.startsWith("FADE"));
        return add >= 0 && (music < 0 || (add < music && !faded));
    }

    /** "add song.mp3, fade it in": what came right before. */
    private static boolean isOfMusic(Clause clause) {
        List<EditOperation> last = clause.last().get();
        boolean it = Stream.of("FADEIN", "FADEOUT", "FADEBOTH")
                .anyMatch(word -> clause.all(word, String.class).contains("it"));
        if (last.isEmpty()) return false;
        EditOperation done = last.get(last.size() - 1);
        EditOperation before = done instanceof DuringClip during ? during.added() : done;
        // 加首音乐，前5秒淡入，到结尾淡出
        boolean goesOn = clause.language() == Language.CHINESE && !clause.hasAny("ADD", "VIDEO");
        boolean levelled = before instanceof SetVolume volume && volume.whose() == SetVolume.Whose.MUSIC;
        return ((it || goesOn) && before instanceof AddMusic)
                || (it && levelled)
                || (goesOn && before instanceof FadeMusic);
    }

    static Optional<Reading> add(Clause clause) {
        if (!clause.isMadeOf(ADD) || clause.count("MOOD") + moods(clause) > 1 || clause.count("LEAD") > 1)
            return Optional.empty();
        // "fade in, add calm music", "add music and end with a fade out": those of the film.
        boolean ofFilm = clause.tokens().get(0).is("FADEIN") || (clause.count("ADD") > 1 && clause.has("FADEOUT"));
        // "add song.mp3 and change the background": that behind the people.
        boolean behind = clause.has("CHANGE") && clause.has("BACKGROUND") && !clause.has("MUSIC");
        if ((ofFilm || behind) && clause.has(Token.SOFT)) return Optional.empty();
        // "make the music louder at the end" is of music that is there.
        boolean louder = clause.hasAny("LOUDER", "QUIETER") && clause.hasAny("START", "END") && clause.has("CHANGE");
        if (louder && !clause.hasAny("ADD", "PUT")) return Optional.empty();
        List<LibraryItem> named = named(clause);
        // A file that can only be heard plays under the pictures.
        boolean underlaid = named.size() == 1 && clause.hasAny("ADD", "PUT", "PLAY", "INSTEAD");
        boolean asked = MusicTimes.isOther(clause)
                || underlaid
                || clause.hasAny("MUSIC", "LEAD")
                || (clause.has("BACKGROUND") && named.size() == 1);
        // "more upbeat" wants another piece; more or less of the music is no mood.
        // "start the video at 0:05" is not about the music.
        if (clause.all("STARTAT", String.class).contains("video")) return Optional.empty();
        boolean noSuchLead = clause.all("LEAD", String.class).contains("none");
        if (noSuchLead && clause.hasAny("ADD", "PUT", "CHANGE", "MUSIC")) return Optional.of(noSuchLead(clause));
        if (clause.has("MORE") && mood(clause).isEmpty()) return Optional.empty();
        boolean verb = clause.hasAny("LEAD", "ADD", "PUT", "CHANGE", "SWAP", "BEHIND", "ANOTHER")
                || !named.isEmpty()
                || mood(clause).isPresent();
        boolean oddClips = clause.count(Token.CLIPREF) != named.size() || named.size() > 1;
        boolean fading = clause.hasAny("FADEIN", "FADEOUT", "FADEBOTH");
        // 加首音乐，前5秒淡入: so long the fade lasts, and not the music.
        boolean timed = clause.has(Token.SOFT) && clause.hasAny(Token.SPAN, Token.TIME);
        boolean fades = fading && (timed || !clause.hasAny("ADD", "PUT"));
        if (!asked || !verb || oddClips || fades || contradicts(clause)) return Optional.empty();
        Optional<MusicLevel> level = level(clause);
        Optional<List<Span>> spans = spans(clause);
        if (level.isEmpty() || spans.isEmpty()) return Optional.empty();
        boolean ducked = !clause.has("NOT") || !clause.has("DUCK");
        Optional<MusicSource> source = source(clause, named);
        return Optional.of(source.map(it -> Reading.of(new AddMusic(it, level.get(), spans.get(), ducked)))
                .orElseGet(() -> which(clause)));
    }

    /** "add music without …" means something else unless it is the ducking that is not wanted. */
    private static boolean contradicts(Clause clause) {
        boolean up = clause.hasAny("LOUDER", "LOUDLY");
        boolean down = clause.hasAny("QUIETER", "QUIETLY", "SILENCE");
        // Below what is said is where music lies anyway; "when I talk" would be only there.
        boolean onlyThere = clause.all("UNDERSPEECH", String.class).stream().anyMatch(how -> !how.equals("bed"));
        return onlyThere || clause.has("NOT") != clause.has("DUCK") || (up && down) || clause.count(Token.PERCENT) > 1;
    }

    private static Optional<MusicSource> source(Clause clause, List<LibraryItem> named) {
        if (!named.isEmpty()) return Optional.of(new MusicSource.Brought(named.get(0)));
        Optional<Mood> mood = mood(clause);
        Optional<Lead> lead = clause.text("LEAD").map(word -> Lead.valueOf(word.toUpperCase(Locale.ROOT)));
        if (mood.isPresent() || lead.isPresent())
            return Optional.of(new MusicSource.Composed(mood.orElse(DEFAULT), lead));
        List<LibraryItem> brought = sounds(clause);
        if (brought.size() > 1) return Optional.empty();
        return Optional.of(
                brought.isEmpty() ? new MusicSource.Composed(DEFAULT) : new MusicSource.Brought(brought.get(0)));
    }

    /** "replace the original audio with voice.wav": the film falls silent, and nothing goes down under it. */
    static Optional<Reading> replaced(Clause clause) {
        List<LibraryItem> named = named(clause);
        boolean all = clause.has("SOUND") && clause.hasAny("CHANGE", "SWAP") && named.size() == 1;
        if (!all || clause.has("MUSIC") || clause.count(Token.CLIPREF) > 2 || !clause.isMadeOf(REPLACED))
            return Optional.empty();
        Optional<ClipRef> film =
                clause.clips().stream().filter(ref -> !isSound(clause, ref)).findFirst();
        AddMusic song = new AddMusic(new MusicSource.Brought(named.get(0)), MusicLevel.FITTING, List.of(), true);
        return Optional.of(Reading.of(
                new SetVolume(0, false, SetVolume.Whose.UNSAID, film, List.of()),
                film.<EditOperation>map(clip -> new DuringClip(clip, song)).orElse(song)));
    }

    private static Reading noSuchLead(Clause clause) {
        return Reading.notAvailable(clause.say(
                "I do not have that instrument; piano, guitar, ukulele, strings, marimba and bells play, for example: add sad piano music.",
                "没有这种乐器；可以用钢琴、吉他、尤克里里、弦乐、马林巴或铃声，例如：加忧伤的钢琴音乐。"));
    }

    private static Reading which(Clause clause) {
        String names = String.join(
                clause.say(", ", "、"),
                sounds(clause).stream().map(LibraryItem::name).toList());
        String words = names.isEmpty()
                ? clause.say("Which music? For example: calm, upbeat or cinematic", "要什么音乐？例如：平静、轻快或史诗")
                : clause.say(
                        "Which music: %s? Or one that I compose, for example: calm, upbeat",
                        "用哪首音乐：%s？也可以由我创作，例如：平静、轻快", names);
        return Reading.ask(words, clause.say("add %s background music", "加%s背景音乐", Question.BLANK));
    }

    /** Returns where the music is to be: nowhere in particular, or one span; empty if that cannot be told. */
    private static Optional<List<Span>> spans(Clause clause) {
        List<Span> spans = clause.spans();
        Optional<Span> from =
                clause.timeAfter("FROM", "AT", "STARTAT").map(time -> new Span(Moment.at(time), Moment.END));
        Optional<Span> to = clause.timeAfter("TO").map(Span::first);
        int told = spans.size() + clause.count(Token.TIME);
        if (told > 1 || (clause.hasAny("START", "END") && clause.hasAny("AT", "FOR"))) return Optional.empty();
        // "music at the end" is not under all of it, and nobody knows from when on.
        boolean late = clause.has("END") && !clause.hasAny("START", "TO", "FADEOUT", "FADEBOTH");
        if (told == 0) return late ? Optional.empty() : Optional.of(List.of());
        if (!spans.isEmpty()) return Optional.of(spans);
        return from.or(() -> to).map(List::of);
    }

    /** "quietly", "at 20%", "a bit louder"; as it is best where nothing is said. */
    private static Optional<MusicLevel> level(Clause clause) {
        if (clause.has(Token.DECIBELS)) return decibels(clause);
        Optional<Double> share = clause.one(Token.PERCENT, Double.class);
        if (share.isPresent()) {
            return share.get() > 4 ? Optional.empty() : Optional.of(new MusicLevel(share, 0));
        }
        double step = clause.has("SLIGHTLY") ? MusicLevel.SMALL_STEP : MusicLevel.STEP;
        if (clause.hasAny("QUIETER", "QUIETLY", "SILENCE")) return Optional.of(new MusicLevel(Optional.empty(), -step));
        return Optional.of(new MusicLevel(Optional.empty(), clause.hasAny("LOUDER", "LOUDLY") ? step : 0));
    }

    /** "at -18 dB" names the level of the file, "6 dB quieter" how far it lies from the common one. */
    private static Optional<MusicLevel> decibels(Clause clause) {
        Optional<Decibels> said = clause.one(Token.DECIBELS, Decibels.class);
        if (said.isEmpty() || clause.has(Token.PERCENT)) return Optional.empty();
        boolean up = clause.hasAny("LOUDER", "LOUDLY");
        boolean down = clause.hasAny("QUIETER", "QUIETLY");
        if (up == down) return said.get().level().map(share -> new MusicLevel(Optional.of(share), 0));
        return said.get()
                .factor(up, down)
                .map(factor -> new MusicLevel(Optional.empty(), Math.round(20 * Math.log10(factor))));
    }

    private static Optional<Mood> mood(Clause clause) {
        Optional<String> word = clause.text("MOOD").or(() -> clause.all("MUSIC", String.class).stream()
                .filter(value -> !value.isEmpty())
                .findFirst());
        if (word.isEmpty() && clause.has("GENTLE")) return Optional.of(Mood.CALM);
        return word.map(value -> Mood.valueOf(value.toUpperCase(Locale.ROOT)));
    }

    private static int moods(Clause clause) {
        return (int) clause.all("MUSIC", String.class).stream()
                .filter(value -> !value.isEmpty())
                .count();
    }

    private static List<LibraryItem> named(Clause clause) {
        return sounds(clause).stream()
                .filter(item -> clause.clips().contains(ClipRef.named(item.name())))
                .toList();
    }

    /** Returns whether {@code ref} names a file that can only be heard, and so no clip. */
    static boolean isSound(Clause clause, ClipRef ref) {
        return sounds(clause).stream().anyMatch(item -> ref.equals(ClipRef.named(item.name())));
    }

    private static List<LibraryItem> sounds(Clause clause) {
        return clause.library().stream()
                .filter(item -> item.facts().kind() == MediaFacts.Kind.AUDIO)
                .toList();
    }
}
