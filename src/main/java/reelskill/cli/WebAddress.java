package reelskill.cli;

import java.net.URI;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The address of a service as a person writes it: {@code http} or {@code https} and a host. */
final class WebAddress implements ITypeConverter<URI> {
    /** Returns the address; empty if it is none that can be called. */
    static Optional<URI> of(String written) {
        try {
            return Optional.of(URI.create(written))
                    .filter(address -> address.getHost() != null)
                    .filter(address -> address.getScheme().matches("(?i)https?"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public URI convert(String written) {
        return of(written).orElseThrow(() -> new TypeConversionException("'" + written + "' is no web address"));
    }
}
