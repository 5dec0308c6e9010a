package org.wsproof.benchmarks;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * What the threads of another virtual machine of this user's have allocated, octet for octet, as that machine counts it. Those that
 * answer the question are not counted.
 */
public final class ProcessAllocation implements AutoCloseable {
    private static final String ANSWERING = "RMI ";

    private final JMXConnector connector;
    private final ThreadMXBean threads;

    private ProcessAllocation(JMXConnector connector, ThreadMXBean threads) {
        this.connector = connector;
        this.threads = threads;
    }

    /**
     * Has the machine start its own management agent, on loopback.
     *
     * @throws IOException if there is no such process, or it is not to be looked into
     */
    @SuppressWarnings("BanJNDI") // what is deserialized comes from a process that this user has started
    public static ProcessAllocation of(long pid) throws IOException {
        JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(agent(pid)));
        MBeanServerConnection server = connector.getMBeanServerConnection();
        return new ProcessAllocation(
                connector,
                ManagementFactory.newPlatformMXBeanProxy(
                        server, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class));
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

    /** The octets that the threads which run now have allocated so far. */
    public long octets() {
        long[] ids = threads.getAllThreadIds();
        ThreadInfo[] infos = threads.getThreadInfo(ids);
        long[] octets = threads.getThreadAllocatedBytes(ids);
        long sum = 0;
        for (int i = 0; i < ids.length; i++) {
            ThreadInfo info = infos[i];
            if (info != null && !info.getThreadName().startsWith(ANSWERING)) {
                sum += Math.max(0, octets[i]);
            }
        }
        return sum;
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
