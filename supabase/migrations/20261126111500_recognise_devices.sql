-- A device is known by the number in a cookie that the server signed; its name says little, its sessions come and go.
alter table public.user_devices add column device_id uuid;
comment on column public.user_devices.device_id is 'The browser that the session belongs to, over all of its sessions.';
grant insert (device_id), update (device_id) on public.user_devices to authenticated;
create index user_devices_device_idx on public.user_devices (user_id, device_id);
