package powergrid.api.listing;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Lists what a plug-in can see of the api, a line a signature, in an order that depends on nothing
 * but the names. Names are shortened to what a reader needs.
 *
 * @param classes the folder of compiled classes
 * @param sources the folder of their sources, for the versions of packages
 */
record ApiListing(Path classes, Path sources) {
  private static final Pattern VERSION = Pattern.compile("@[\\w.]*Version\\(\"([^\"]+)\"\\)");

  /** The package of a name of the api or of the JDK's language package. */
  private static final Pattern KNOWN_PACKAGE =
      Pattern.compile("\\b(?:java\\.lang|powergrid\\.api(?:\\.[a-z]\\w*)*)\\.(?=[A-Z])");

  /** The annotations that say who implements a type; they are in the class file only. */
  private static final List<String> ROLES = List.of("ConsumerType", "ProviderType");

  /** Renders all packages that carry a version. */
  String render() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, SortedSet<String>> entry : typesByPackage().entrySet()) {
      Path packageInfo = sources.resolve(entry.getKey().replace('.', '/') + "/package-info.java");
      Matcher version = VERSION.matcher(Files.readString(packageInfo));
      if (version.find()) {
        text.append(text.isEmpty() ? "" : "\n\n");
        text.append("package ").append(entry.getKey()).append(' ').append(version.group(1));
        text.append('\n');
        for (String name : entry.getValue()) {
          appendType(text, load(name));
        }
      }
    }
    return text.toString();
  }

  private SortedMap<String, SortedSet<String>> typesByPackage() throws IOException {
    SortedMap<String, SortedSet<String>> types = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String path = classes.relativize(file).toString().replace(File.separatorChar, '.');
        String name = path.substring(0, path.length() - ".class".length());
        if (!name.endsWith(".package-info")) {
          String inPackage = name.substring(0, name.lastIndexOf('.'));
          types.computeIfAbsent(inPackage, p -> new TreeSet<>()).add(name);
        }
      }
    }
    return types;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ApiListing.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new AssertionError("compiled, but not on the class path: " + name, e);
    }
  }

  private void appendType(StringBuilder text, Class<?> type) throws IOException {
    if (!isVisible(type)) {
      return;
    }
    StringBuilder head = new StringBuilder(role(type)).append(type.toGenericString());
    if (type.isRecord()) {
      head.append(
          Arrays.stream(type.getRecordComponents())
              .map(c -> c.getGenericType().getTypeName() + " " + c.getName())
              .collect(joining(", ", "(", ")")));
    }
    boolean inherits = type.getSuperclass() != null && type.getSuperclass() != Object.class;
    if (inherits && !type.isRecord() && !type.isEnum()) {
      head.append(" extends ").append(type.getGenericSuperclass().getTypeName());
    }
    appendTypes(head, type.isInterface() ? "extends" : "implements", type.getGenericInterfaces());
    if (type.isSealed()) {
      appendTypes(head, "permits", type.getPermittedSubclasses());
    }
    text.append("\n  ").append(shorten(head.toString())).append('\n');

    SortedSet<String> lines = new TreeSet<>();
    Stream.of(type.getDeclaredFields())
        .filter(ApiListing::isVisible)
        .forEach(f -> lines.add(line(f)));
    Stream.of(type.getDeclaredConstructors())
        .filter(ApiListing::isVisible)
        .forEach(c -> lines.add(line(c)));
    Stream.of(type.getDeclaredMethods())
        .filter(ApiListing::isVisible)
        .forEach(m -> lines.add(line(m)));
    lines.forEach(line -> text.append("    ").append(line).append('\n'));
  }

  private static void appendTypes(StringBuilder head, String word, Type[] types) {
    if (types.length > 0) {
      head.append(' ').append(word).append(' ');
      head.append(Arrays.stream(types).map(Type::getTypeName).collect(joining(", ")));
    }
  }

  private static String line(Field field) {
    return member(field, field.toGenericString());
  }

  private static String line(Constructor<?> constructor) {
    return shorten(constructor.toGenericString());
  }

  private static String line(Method method) {
    Object value = method.getDefaultValue();
    String signature = member(method, method.toGenericString());
    return value == null ? signature : signature + " default \"" + value + '"';
  }

  /** A signature without the name of the type it stands under, nor what an interface implies. */
  private static String member(Member member, String signature) {
    String name = member.getDeclaringClass().getTypeName() + "." + member.getName();
    String text = shorten(signature.replace(name, member.getName()));
    return member.getDeclaringClass().isInterface() ? text.replace("public abstract ", "") : text;
  }

  private static String shorten(String signature) {
    return KNOWN_PACKAGE.matcher(signature).replaceAll("");
  }

  private String role(Class<?> type) throws IOException {
    Path file = classes.resolve(type.getName().replace('.', '/') + ".class");
    String constants = Files.readString(file, StandardCharsets.ISO_8859_1);
    return ROLES.stream()
        .filter(role -> constants.contains("Lorg/osgi/annotation/versioning/" + role + ";"))
        .map(role -> "@" + role + " ")
        .collect(joining());
  }

  private static boolean isVisible(Class<?> type) {
    for (Class<?> t = type; t != null; t = t.getEnclosingClass()) {
      if (t.isAnonymousClass() || t.isLocalClass() || !isVisible(t.getModifiers())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isVisible(Member member) {
    return !member.isSynthetic() && isVisible(member.getModifiers());
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }
}
