package org.wsproof.cli.targets;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An address to listen on: {@code HOST:PORT}, a literal IPv6 address in brackets. */
public final class Addresses implements ITypeConverter<InetSocketAddress> {
    private static final Pattern FORM = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^:\\[\\]]+)):([0-9]{1,5})");
    private static final int LAST_PORT = 65_535;

    @Override
    public InetSocketAddress convert(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || port(form) < 1 || port(form) > LAST_PORT) {
            throw new TypeConversionException("'" + text + "' is no address: write HOST:PORT, 127.0.0.1:9000 say");
        }
        InetSocketAddress address =
                new InetSocketAddress(form.group(1) == null ? form.group(2) : form.group(1), port(form));
        if (address.isUnresolved()) {
            throw new TypeConversionException("the host name '" + address.getHostString() + "' is not known");
        }
        return address;
    }

    private static int port(Matcher form) {
        return Integer.parseInt(form.group(3));
    }
}
