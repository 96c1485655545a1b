package powergrid.api.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The name by which scenarios call a plug-in, unique within its kind: the service property {@code
 * plugin.type} of the Declarative Services component that is its factory, or the power flow itself.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PluginType {
  /** The service property that holds the type. */
  String PROPERTY = "plugin.type";

  /**
   * The type.
   *
   * @return lower case with hyphens, e.g. {@code price-signal}
   */
  String value();
}
