package reelskill.studio.plan;

import java.util.List;
import java.util.Optional;

/** All rules in the order in which they are tried. */
final class Rules {
    private static final List<Rule> ALL = List.of(
            HistoryRules::read,
            HistoryRules::ofThing,
            FollowRules::read,
            StillRules::read,
            SplitScreenRules::remove,
            SplitScreenRules::make,
            InsetRules::remove,
            InsetRules::sound,
            InsetRules::ask,
            InsetRules::change,
            InsetRules::add,
            MusicRules::fade,
            MusicRules::remove,
            RepairRules::noise,
            MusicRules::another,
            MusicRules::duck,
            SoundRules::mute,
            SoundRules::volume,
            MusicRules::add,
            LoudnessRules::read,
            BackgroundRules::restore,
            BackgroundFiles::read,
            BackgroundRules::replace,
            BackgroundRules::care,
            BackgroundRules::light,
            BackgroundRules::ask,
            SlideshowRules::make,
            RepeatRules::loop,
            RepeatRules::copy,
            RepeatRules::move,
            RepeatRules::swapHalves,
            PaceRules::speed,
            PaceRules::backwards,
            PaceRules::freeze,
            RepairRules::steady,
            FittingRules::bars,
            FittingRules::fit,
            FramingRules::reset,
            FramingRules::turn,
            FramingRules::flip,
            FramingRules::crop,
            FramingRules::zoom,
            LutRules::read,
            ColourRules::reset,
            RepairRules::colours,
            ColourRules::look,
            ColourRules::adjust,
            ColourRules::follow,
            OutputRules::excerpt,
            OutputRules::export,
            OutputRules::canvas,
            EachRules::keep,
            EachRules::limit,
            FitRules::read,
            BoringRules::read,
            SpeechRules::look,
            SpeechRules::clean,
            SaidRules::words,
            SaidRules::sentences,
            CaptionRules::export,
            CaptionRules::show,
            CaptionRules::remove,
            CaptionRules::add,
            CaptionRules::restyle,
            ClipRules::joinWith,
            TransitionRules::add,
            TransitionRules::remove,
            FadeRules::read,
            EndCardRules::remove,
            EndCardRules::add,
            TitleRules::remove,
            TitleRules::change,
            TitleRules::restyle,
            TitleRules::add,
            ClipRules::join,
            ClipRules::swap,
            ClipRules::move,
            ClipRules::remove,
            ClipRules::keep,
            AskRules::asItIs,
            TimeRules::keep,
            TimeRules::remove,
            TimeRules::ends,
            SplitRules::at,
            SplitRules::intoParts,
            TimeRules::ask,
            AskRules::state,
            AskRules::better,
            FollowRules::ask);

    private Rules() {}

    /** Returns what the first rule makes of {@code clause}; "again" matters only to what goes on with the last change. */
    static Optional<Reading> read(Clause clause) {
        return first(clause).or(() -> clause.has("AGAIN") ? first(clause.without("AGAIN")) : Optional.empty());
    }

    private static Optional<Reading> first(Clause clause) {
        return ALL.stream().flatMap(rule -> rule.read(clause).stream()).findFirst();
    }
}
