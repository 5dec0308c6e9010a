package org.wsproof.benchmarks.bench.contenders;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.PlatformManagedObject;
import java.lang.reflect.UndeclaredThrowableException;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Another virtual machine of this user's, which is asked about itself. */
public final class JavaProcess implements AutoCloseable {
    private final JMXConnector connector;

    private JavaProcess(JMXConnector connector) {
        this.connector = connector;
    }

    /**
     * Has the machine start its own management agent, on loopback.
     *
     * @throws IOException if there is no such process, or it is not to be looked into
     */
    @SuppressWarnings("BanJNDI") // what is deserialized comes from a process that this user has started
    public static JavaProcess of(long pid) throws IOException {
        return new JavaProcess(JMXConnectorFactory.connect(new JMXServiceURL(agent(pid))));
    }

    private static String agent(long pid) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return machine.startLocalManagementAgent();
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException("process " + pid + " cannot be looked into: " + e.getMessage(), e);
        }
    }

    /** One of the machine's beans, by its name in {@link ManagementFactory}. */
    public <T extends PlatformManagedObject> T bean(String name, Class<T> type) throws IOException {
        return ManagementFactory.newPlatformMXBeanProxy(connector.getMBeanServerConnection(), name, type);
    }

    /**
     * Octets in the heap that are in use after a collection, which this begins.
     *
     * @throws IOException if the process ends meanwhile
     */
    public long liveOctets() throws IOException {
        MemoryMXBean memory = bean(ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
        try {
            memory.gc();
            return memory.getHeapMemoryUsage().getUsed();
        } catch (UndeclaredThrowableException gone) {
            throw new IOException("the process has ended", gone);
        }
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
