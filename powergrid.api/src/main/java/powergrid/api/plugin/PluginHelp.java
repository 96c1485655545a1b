package powergrid.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * One line of help, as {@code list} prints it: the service property {@code plugin.help}. A
 * property, so that listing plug-ins instantiates none.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PluginHelp {
  /** The service property that holds the help. */
  String PROPERTY = "plugin.help";

  /**
   * The line.
   *
   * @return a sentence without a full stop
   */
  String value();
}
