package powergrid.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes a component of a configuration record or of a message: its unit, bounds, default and
 * meaning. What {@code describe} prints and what the binder checks come from here.
 *
 * <p>The compiler copies it to the component's accessor too: there bundle tools see it and import
 * this package, without which a bundle's annotations would be dropped at run time in silence.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface Field {
  /**
   * The unit as written, e.g. {@code MW}; also accepted as a suffix in a scenario ("0.5 MW").
   *
   * @return empty for a pure number
   */
  String unit() default "";

  /**
   * The least number allowed, inclusive; of every element where the component is a list.
   *
   * @return a bound
   */
  double min() default Double.NEGATIVE_INFINITY;

  /**
   * The greatest number allowed, inclusive; of every element where the component is a list.
   *
   * @return a bound
   */
  double max() default Double.POSITIVE_INFINITY;

  /**
   * The default, in the syntax of a scenario. A component without one must be given.
   *
   * @return empty for none
   */
  String value() default "";

  /**
   * A value to show where there is no default, in the syntax of a scenario: what is described by
   * example, a device's actions and their bounds, is of a configuration with these values.
   *
   * @return empty for none
   */
  String example() default "";

  /**
   * Whether leaving the component out is right: it is then null, {@code Optional.empty()}, an empty
   * list, or NaN where it is a double.
   *
   * @return true to allow it
   */
  boolean optional() default false;

  /**
   * What it means, in a line.
   *
   * @return a sentence
   */
  String help() default "";
}
