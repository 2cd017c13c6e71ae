/** Attributes that browsers know and React's types do not. */
import "react";

declare module "react" {
  interface InputHTMLAttributes<T> {
    readonly webkitdirectory?: "";
  }
}
