package powergrid.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import picocli.CommandLine;
import powergrid.api.command.Command;
import powergrid.api.command.Session;
import powergrid.api.gateway.Binding;
import powergrid.api.gateway.Gateway;
import powergrid.api.gateway.GatewayOptions;
import powergrid.api.gateway.GatewayServer;

/** {@code serve}: environments for other processes, until somebody ends it. */
@Component(service = Command.class)
public final class ServeCommand extends ParsedCommand {
  private static final String TOKEN = "POWERGRID_TOKEN";
  private static final int GREATEST_PORT = 65_535;
  private static final long POLL_MILLIS = 50;

  private final Gateway gateway;
  private final InputStream in;
  private final Map<String, String> environment;

  /**
   * The command.
   *
   * @param gateway that serves
   */
  @Activate
  public ServeCommand(@Reference Gateway gateway) {
    this(gateway, System.in, System.getenv());
  }

  ServeCommand(Gateway gateway, InputStream in, Map<String, String> environment) {
    this.gateway = gateway;
    this.in = in;
    this.environment = environment;
  }

  @Override
  public String name() {
    return "serve";
  }

  @Override
  Call call(Session session) {
    return new Arguments(session);
  }

  @CommandLine.Command(
      description = "Offer environments to other processes, such as Python's, over a socket.",
      footer = {
        "",
        "Listens on a Unix-domain socket in a directory that nobody else can enter, unless told"
            + " otherwise, and prints where as one line of JSON. Serves until it is interrupted."
            + " The wire format is in docs/gateway.md.",
        "",
        "Clients must show a token of 64 hexadecimal digits over TCP, and wherever one is given:"
            + " that of --token-file, else of the environment variable POWERGRID_TOKEN, else over"
            + " TCP a new one in a file that the printed line names.",
        "",
        "Examples:",
        "  powergrid serve",
        "  powergrid serve --socket run/gateway",
        "  powergrid serve --port 0 --stdin-watch",
        "",
        "Exit status: 0 what it watched has ended, 1 it cannot listen, 2 an option is wrong,"
            + " 130 interrupted."
      })
  private final class Arguments extends Call {
    private final Session session;

    @CommandLine.Option(
        names = "--socket",
        paramLabel = "PATH",
        description =
            "Listen on a Unix-domain socket here, in a directory of mode 0700. Default: in a new"
                + " one, which is removed at the end.")
    private String socket;

    @CommandLine.Option(
        names = "--port",
        paramLabel = "N",
        description = "Listen on TCP at 127.0.0.1; 0 takes a port that is free.")
    private Integer port;

    @CommandLine.Option(
        names = "--token-file",
        paramLabel = "FILE",
        description = "The token that clients must show, in a file of mode 0600.")
    private String tokenFile;

    @CommandLine.Option(
        names = "--bind",
        paramLabel = "ADDRESS",
        description =
            "Listen on TCP at another address than 127.0.0.1, over TLS; with --port,"
                + " --allow-remote and a keystore.")
    private String bind;

    @CommandLine.Option(
        names = "--allow-remote",
        description = "Say that clients of other machines are wanted.")
    private boolean allowRemote;

    @CommandLine.Option(
        names = "--keystore",
        paramLabel = "FILE",
        description = "PKCS#12 keystore with the server's key and certificate, mode 0600.")
    private String keystore;

    @CommandLine.Option(
        names = "--keystore-password-file",
        paramLabel = "FILE",
        description = "The keystore's password, in a file of mode 0600.")
    private String password;

    @CommandLine.Option(
        names = "--connections",
        paramLabel = "N",
        description = "At most so many clients at once. Default: 64.")
    private int connections = GatewayOptions.CONNECTIONS;

    @CommandLine.Option(
        names = "--stdin-watch",
        description = "End when standard input does: when whoever started this is gone.")
    private boolean watchInput;

    @CommandLine.Option(
        names = "--parent-pid",
        paramLabel = "PID",
        description = "End when this process is gone.")
    private Long parent;

    private Arguments(Session session) {
      this.session = session;
    }

    @Override
    int run() throws IOException {
      CountDownLatch over = new CountDownLatch(1);
      if (connections < 1) {
        throw new WrongInput("--connections " + connections + ": let in one client at least");
      }
      Optional<ProcessHandle> watched = parent();
      try (GatewayServer server = listen()) {
        if (watchInput) {
          watchInput(over);
        }
        session.out().println(new ServedAddress(server).json());
        session.out().flush();
        return await(over, watched);
      }
    }

    private GatewayServer listen() {
      try {
        return gateway.listen(
            new GatewayOptions(
                binding(),
                Optional.ofNullable(tokenFile).map(session.directory()::resolve),
                Optional.ofNullable(environment.get(TOKEN)),
                connections,
                session.directory()));
      } catch (IllegalArgumentException e) {
        throw new WrongInput(e.getMessage());
      } catch (IOException e) {
        throw new Failure(e.getMessage());
      }
    }

    private Binding binding() {
      if (socket != null && (port != null || bind != null)) {
        throw new WrongInput("--socket and --port exclude each other; give one");
      }
      if (port != null && (port < 0 || port > GREATEST_PORT)) {
        throw new WrongInput("--port " + port + ": ports are from 0 to " + GREATEST_PORT);
      }
      if (bind != null) {
        return remote();
      }
      if (allowRemote || keystore != null || password != null) {
        throw new WrongInput(
            "--allow-remote and --keystore go with --bind ADDRESS, which says where to listen");
      }
      return port == null
          ? new Binding.Unix(Optional.ofNullable(socket).map(session.directory()::resolve))
          : new Binding.Loopback(port);
    }

    private Binding remote() {
      if (port == null || !allowRemote || keystore == null || password == null) {
        throw new WrongInput(
            "--bind lets other machines in, and needs --port, --allow-remote, --keystore and"
                + " --keystore-password-file");
      }
      try {
        Path directory = session.directory();
        return new Binding.Remote(
            InetAddress.getAllByName(bind)[0],
            port,
            directory.resolve(keystore),
            directory.resolve(password));
      } catch (UnknownHostException e) {
        throw new WrongInput("--bind " + bind + ": no such address");
      }
    }

    /** What comes is of no interest, its end is. */
    private void watchInput(CountDownLatch over) {
      Thread watch =
          new Thread(
              () -> {
                try {
                  in.transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                  session.err().println("powergrid serve: standard input broke: " + e.getMessage());
                }
                over.countDown();
              },
              "powergrid serve input");
      watch.setDaemon(true);
      watch.start();
    }

    private Optional<ProcessHandle> parent() {
      if (parent == null) {
        return Optional.empty();
      }
      Optional<ProcessHandle> process = ProcessHandle.of(parent).filter(ProcessHandle::isAlive);
      if (process.isEmpty()) {
        throw new WrongInput("--parent-pid " + parent + ": there is no such process");
      }
      return process;
    }

    private int await(CountDownLatch over, Optional<ProcessHandle> watched) {
      try {
        while (!session.interrupted()) {
          if (over.await(POLL_MILLIS, TimeUnit.MILLISECONDS)
              || watched.filter(process -> !process.isAlive()).isPresent()) {
            return DONE;
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return INTERRUPTED;
    }
  }
}
